/** Violation minutes as an inspector fills them in: the example of the server's own tests. */
import whole from '../../../tests/unit/documents/examples/MBB01.3.json';

export const example: Record<string, unknown> = whole;
