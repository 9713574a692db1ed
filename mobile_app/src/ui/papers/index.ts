/** Papers made on site. A separate bundle that is loaded when the first of its
 * screens is needed. */
export { Papers } from './list';
export { PaperPage } from './page';
export { Paper } from './paper';
export { PaperSign } from './sign';
export { PaperSignatures } from './signatures';
