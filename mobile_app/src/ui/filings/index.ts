/** Documents obtained on site. A separate bundle that is loaded when the first of its
 * screens is needed. */
export { FilingList } from './list';
export { FilingNew } from './new';
export { FilingOne } from './one';
