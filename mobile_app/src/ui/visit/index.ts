/** All screens of a visit. A separate bundle that is loaded when the first of them is needed. */
export { Beside } from './beside';
export { BeginByHand, Sheets } from './by-hand';
export { Camera } from './camera';
export { Decision, DecisionShow } from './decision';
export { Discard } from './discard';
export { Minutes } from './minutes';
export { Opinion } from './opinion';
export { Owner } from './owner';
export { Photo } from './photo';
export { Photos } from './photos';
export { Place } from './place';
export { RelationOf } from './relation';
export { Review } from './review';
export { Sign } from './sign';
export { Signatures } from './signatures';
export { Supplement } from './supplement';
