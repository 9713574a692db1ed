/** The visit's screens are loaded when first needed (the service worker has them already), so
 * that the first load stays small. */
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { holdVersion } from '../app/service-worker';
import { part } from './part';

type VisitScreen = 'Place' | 'Camera' | 'Photos' | 'Photo' | 'Minutes' | 'Signatures' | 'Sign' | 'RelationOf' | 'Review' | 'Discard' | 'Decision' | 'DecisionShow' | 'BeginByHand' | 'Sheets' | 'Opinion' | 'Owner' | 'Beside' | 'Supplement';

/** What every screen of a visit gets from its route; photoId, role, paperId, minutesId, filingId and code if
 * the path has them. */
export interface VisitParams {
  id: string;
  photoId?: string;
  role?: string;
  paperId?: string;
  minutesId?: string;
  filingId?: string;
  /** The public code of a paper. */
  code?: string;
}

const screen = (name: VisitScreen): ComponentType<VisitParams> =>
  part(async () => {
    const visit: Record<VisitScreen, ComponentType<never>> = await import('./visit');
    return visit[name] as ComponentType<VisitParams>;
  });

type PaperScreen = 'Papers' | 'Paper' | 'PaperSignatures' | 'PaperSign' | 'PaperPage';

const paper = (name: PaperScreen): ComponentType<VisitParams> =>
  part(async () => {
    const papers: Record<PaperScreen, ComponentType<never>> = await import('./papers');
    return papers[name] as ComponentType<VisitParams>;
  });

type CopyScreen = 'Copy';

const copy = (name: CopyScreen): ComponentType<VisitParams> =>
  part(async () => {
    const copies: Record<CopyScreen, ComponentType<never>> = await import('./copies');
    return copies[name] as ComponentType<VisitParams>;
  });

type FilingScreen = 'FilingList' | 'FilingNew' | 'FilingOne';

const filing = (name: FilingScreen): ComponentType<VisitParams> =>
  part(async () => {
    const filings: Record<FilingScreen, ComponentType<never>> = await import('./filings');
    return filings[name] as ComponentType<VisitParams>;
  });

/** Something is being edited on this screen: while it is open, no window may activate a new
 * version of the app. */
const inHand = (Screen: ComponentType<VisitParams>): ComponentType<VisitParams> =>
  function InHand(params: VisitParams) {
    useEffect(() => holdVersion(), []);
    return <Screen {...params} />;
  };

/** `/app/drafts/:id`: a request for an opinion from a team to which the officer does not belong. */
export const OpinionScreen = inHand(screen('Opinion'));

/** `/app/begin-by-hand`: an inspection begins from a decision signed by hand. */
export const BeginByHandScreen = inHand(screen('BeginByHand'));

/** `/app/informations/new/:id`: an information is written down. */
export const InformationNewScreen = inHand(part(async () => (await import('./informations')).InformationNew));

/** Path below `/app/inspections/:id`, and its screen. */
export const visitRoutes: [path: string, component: ComponentType<VisitParams>][] = [
  ['place', screen('Place')],
  ['camera', inHand(screen('Camera'))],
  ['photos', screen('Photos')],
  ['photos/:photoId', screen('Photo')],
  ['minutes', inHand(screen('Minutes'))],
  ['signatures', screen('Signatures')],
  ['sign/:role', inHand(screen('Sign'))],
  ['relation', inHand(screen('RelationOf'))],
  ['review', screen('Review')],
  ['discard', screen('Discard')],
  ['decision', screen('Decision')],
  ['sheets', inHand(screen('Sheets'))],
  ['decision/show', screen('DecisionShow')],
  ['owner', screen('Owner')],
  ['beside/:minutesId', screen('Beside')],
  ['supplement', inHand(screen('Supplement'))],
  ['copies/:code', inHand(copy('Copy'))],
  ['filings', filing('FilingList')],
  ['filings/new/:filingId', inHand(filing('FilingNew'))],
  ['filings/:filingId', filing('FilingOne')],
  ['papers', paper('Papers')],
  ['papers/:paperId', inHand(paper('Paper'))],
  ['papers/:paperId/signatures', paper('PaperSignatures')],
  ['papers/:paperId/sign/:role', inHand(paper('PaperSign'))],
  ['papers/:paperId/page', paper('PaperPage')],
];
