/** The frame of the app. The state decides first: no officer, locked, or open. The address
 * counts only when the app is open, so that a deep link survives unlocking. */
import { useEffect } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, Route, Router } from 'preact-iso';
import type { Services } from '../app/services';
import { Broken } from './broken';
import { ServicesProvider, useServices } from './context';
import { Entrance } from './screens/entrance';
import { Home } from './screens/home';
import { Inspection } from './screens/inspection';
import { NotFound } from './screens/not-found';
import { SignInAgain } from './screens/sign-in';
import { part } from './part';
import { followSettings } from './theme';
import { Veil, watchIdle } from './veil';
import { BeginByHandScreen, InformationNewScreen, OpinionScreen, visitRoutes } from './visit-routes';

const Outbox = part(() => import('./screens/outbox').then((module) => module.OutboxScreen));
const Rescue = part(() => import('./screens/rescue').then((module) => module.RescueScreen));
const LookUp = part(() => import('./screens/look-up').then((module) => module.LookUpScreen));
const Reference = part(() => import('./screens/reference').then((module) => module.ReferenceScreen));
const Entry = part(() => import('./screens/entry').then((module) => module.EntryScreen));
const Scan = part(() => import('./screens/scan').then((module) => module.ScanScreen));
const Propose = part(() => import('./decisions').then((module) => module.Propose));
const Proposal = part(() => import('./decisions').then((module) => module.Proposal));
const ToSign = part(() => import('./decisions').then((module) => module.ToSign));
const SignDecision = part(() => import('./decisions').then((module) => module.SignDecision));
const Informations = part(() => import('./informations').then((module) => module.InformationList));
const InformationOne = part(() => import('./informations').then((module) => module.InformationOne));
const Settings = part(() => import('./screens/settings').then((module) => module.SettingsScreen));

/** The whole user interface over a given engine. */
export function App({ services }: { services: Services }) {
  useEffect(() => followSettings(services.settings), [services]);
  useEffect(() => watchIdle(services), [services]);
  return (
    <Broken>
      <ServicesProvider value={services}>
        <LocationProvider scope="/app">
          <ErrorBoundary>
            <Places />
            <Veil />
          </ErrorBoundary>
        </LocationProvider>
      </ServicesProvider>
    </Broken>
  );
}

/** Shows the entrance until an officer with a PIN has unlocked the app; then the screen
 * of the address. */
function Places() {
  const { accounts } = useServices();
  const access = accounts.access.value;
  if (access.state !== 'open') return <Entrance access={access} />;
  return (
    <Router>
      <Route path="/app" component={Home} />
      <Route path="/app/inspections/:id" component={Inspection} />
      {visitRoutes.map(([path, component]) => (
        <Route key={path} path={`/app/inspections/:id/${path}`} component={component} />
      ))}
      <Route path="/app/drafts/:id" component={OpinionScreen} />
      <Route path="/app/propose" component={Propose} />
      <Route path="/app/propose/:id" component={Propose} />
      <Route path="/app/proposals/:id" component={Proposal} />
      <Route path="/app/decisions" component={ToSign} />
      <Route path="/app/decisions/:id" component={SignDecision} />
      <Route path="/app/informations" component={Informations} />
      <Route path="/app/informations/new/:id" component={InformationNewScreen} />
      <Route path="/app/informations/:id" component={InformationOne} />
      <Route path="/app/begin-by-hand" component={BeginByHandScreen} />
      <Route path="/app/sign-in" component={SignInAgain} />
      <Route path="/app/outbox" component={Outbox} />
      <Route path="/app/rescue" component={Rescue} />
      <Route path="/app/reference" component={Reference} />
      <Route path="/app/reference/number" component={LookUp} />
      <Route path="/app/reference/:kind/:id" component={Entry} />
      <Route path="/app/scan" component={Scan} />
      <Route path="/app/settings" component={Settings} />
      <Route default component={NotFound} />
    </Router>
  );
}
