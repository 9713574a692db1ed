/** Papers made on site. One bundle of its own, loaded when the first of its screens is needed. */
export { Papers } from './list';
export { PaperPage } from './page';
export { Paper } from './paper';
export { PaperSign } from './sign';
export { PaperSignatures } from './signatures';
