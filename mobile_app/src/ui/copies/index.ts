/** Handing a copy to the inspected party. A separate bundle that is loaded when it is first needed. */
export { Copy } from './copy';
