/** The screens of proposals and decisions, loaded when first needed. */
export { Propose } from './propose';
export { Proposal } from './proposal';
export { ToSign } from './to-sign';
export { SignDecision } from './sign-decision';
