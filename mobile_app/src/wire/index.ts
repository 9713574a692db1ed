/** Short names for the types of the wire. ./openapi.ts is generated from the server's own
 * description; never edit it. */
import type { components } from './openapi';

type Schemas = components['schemas'];

export type Text = Schemas['Text'];
export type Problem = Schemas['Problem'];
export type Act = Schemas['Act'];
export type ActResults = Schemas['ActResults'];
export type ActResult = Schemas['ActResult'];
export type Receipt = Schemas['Receipt'];
export type ByteReceipt = Schemas['ByteReceipt'];
export type FileReceipt = Schemas['FileReceipt'];
export type FiledView = Schemas['FiledView'];
export type Quarantine = Schemas['Quarantine'];
export type ServerKey = Schemas['ServerKey'];
export type SignIn = Schemas['SignIn'];
export type SessionAnswer = Schemas['SessionAnswer'];
export type OfficerSelf = Schemas['OfficerSelf'];
export type SyncPage = Schemas['SyncPage'];
export type PhoneFacts = Schemas['PhoneFacts'];
export type InspectionView = Schemas['InspectionView'];
export type FieldDocumentView = Schemas['FieldDocumentView'];
export type PublicDocument = Schemas['PublicDocument'];
export type SignableView = Schemas['SignableView'];
export type SitePaperFileView = Schemas['SitePaperFileView'];
export type CopiesPage = Schemas['CopiesPage'];
export type CopyHanded = Schemas['CopyHanded'];
export type CopyHandover = Schemas['CopyHandover'];
export type CopyAppointment = Schemas['Appointment'];
export type AskCopy = Schemas['AskCopy'];
export type PrintCopy = Schemas['PrintCopy'];
export type HandCopy = Schemas['HandCopy'];
export type NumberBlock = Schemas['NumberBlock'];
export type DecisionIssued = Schemas['DecisionIssued'];
export type Place = Schemas['Place'];
export type Drawing = Schemas['Drawing'];
export type ReferencePage = Schemas['ReferencePage'];
export type Found = Schemas['Found'];
export type FoundHit = Schemas['Hit'];
export type ReferenceEntry = Schemas['ReferenceEntry'];
export type DecisionProposed = Schemas['DecisionProposed'];
export type ProposalView = Schemas['ProposalView'];
export type ProposalChoices = Schemas['ProposalChoices'];
export type DecisionsToSign = Schemas['DecisionsToSign'];
export type DecisionOnPhone = Schemas['DecisionOnPhone'];
export type SignDecision = Schemas['SignDecision'];
export type PartiesLookedUp = Schemas['PartiesLookedUp'];
export type PartyLookedUp = Schemas['PartyLookedUp'];
export type Emergency = Schemas['Emergency'];
export type RegisterInformation = Schemas['RegisterInformation'];
export type InformationTaken = Schemas['InformationTaken'];
export type AttachmentProgress = Schemas['AttachmentProgress'];
export type SignedDecision = Schemas['SignedDecision'];
export type ActTypeOnPhone = Act['type'];

/** The content of each act that a phone makes. */
export interface ActContents {
  'decision.hand_signed': Schemas['DecisionHandSigned'];
  'inspection.opened': Schemas['InspectionOpened'];
  'inspection.announced': Schemas['InspectionAnnounced'];
  'inspection.discarded': Schemas['InspectionDiscarded'];
  'inspection.submitted': Schemas['InspectionSubmitted'];
  'place.fixed': Schemas['Place'];
  'photo.taken': Schemas['PhotoTaken'];
  'photo.withdrawn': Schemas['PhotoWithdrawn'];
  'photo.captioned': Schemas['PhotoCaptioned'];
  'minutes.written': Schemas['MinutesWritten'];
  'person.signed': Schemas['PersonSigned'];
  'document.written': Schemas['DocumentWritten'];
  'document.signed': Schemas['DocumentSigned'];
  'document.numbered': Schemas['DocumentNumbered'];
  'minutes.numbered': Schemas['MinutesNumbered'];
  'document.filed': Schemas['DocumentFiled'];
  'document.struck': Schemas['DocumentStruck'];
  'relation.none_declared': Schemas['RelationNoneDeclared'];
  'relation.declared': Schemas['RelationDeclared'];
  'minutes.entrusted': Schemas['MinutesEntrusted'];
  'minutes.proposed': Schemas['MinutesProposed'];
  'minutes.set_aside': Schemas['MinutesSetAside'];
  'draft.approved': Schemas['DraftApproved'];
  'draft.returned': Schemas['DraftReturned'];
  'file.supplemented': Schemas['FileSupplemented'];
  'decision.proposed': Schemas['DecisionProposed'];
}
