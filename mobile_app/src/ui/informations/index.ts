/** The screens on which an officer registers information, loaded when first needed. */
export { InformationList } from './list';
export { InformationNew } from './new';
export { InformationOne } from './one';
