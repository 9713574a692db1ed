/** Names for what crosses the border. ./openapi.ts is generated from the server's own description; never edited. */
import type { components } from './openapi';

type S = components['schemas'];

export type Text = S['Text'];
export type Problem = S['Problem'];
export type Act = S['Act'];
export type ActResults = S['ActResults'];
export type ActResult = S['ActResult'];
export type Receipt = S['Receipt'];
export type ByteReceipt = S['ByteReceipt'];
export type Quarantine = S['Quarantine'];
export type ServerKey = S['ServerKey'];
export type SignIn = S['SignIn'];
export type SessionAnswer = S['SessionAnswer'];
export type OfficerSelf = S['OfficerSelf'];
export type SyncPage = S['SyncPage'];
export type InspectionView = S['InspectionView'];
export type FieldDocumentView = S['FieldDocumentView'];
export type NumberBlock = S['NumberBlock'];
export type DecisionIssued = S['DecisionIssued'];
export type Place = S['Place'];
export type Drawing = S['Drawing'];
export type ReferencePage = S['ReferencePage'];
export type ReferenceEntry = S['ReferenceEntry'];
export type ActTypeOnPhone = Act['type'];

/** The content of each act that a phone makes. */
export interface ActContents {
  'inspection.opened': S['InspectionOpened'];
  'inspection.announced': S['InspectionAnnounced'];
  'inspection.discarded': S['InspectionDiscarded'];
  'inspection.submitted': S['InspectionSubmitted'];
  'place.fixed': S['Place'];
  'photo.taken': S['PhotoTaken'];
  'photo.withdrawn': S['PhotoWithdrawn'];
  'photo.captioned': S['PhotoCaptioned'];
  'minutes.written': S['MinutesWritten'];
  'person.signed': S['PersonSigned'];
  'document.written': S['DocumentWritten'];
  'document.signed': S['DocumentSigned'];
  'document.numbered': S['DocumentNumbered'];
  'minutes.entrusted': S['MinutesEntrusted'];
  'minutes.proposed': S['MinutesProposed'];
  'minutes.set_aside': S['MinutesSetAside'];
  'draft.approved': S['DraftApproved'];
  'draft.returned': S['DraftReturned'];
  'file.supplemented': S['FileSupplemented'];
}
