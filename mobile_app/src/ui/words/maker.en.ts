/** English texts of the maker's digital signature. */
import type { makerVi } from './maker.vi';

export const makerEn: Record<keyof typeof makerVi, string> = {
  'maker.title': 'File and digital signature',
  'maker.why': 'The server keeps one PDF of each numbered paper: with its maker’s digital signature, or the server’s seal. It takes a connection, once the paper and its number have been sent.',
  'maker.look': 'Show the file, or sign',
  'maker.look_again': 'Look again',
  'maker.none': 'Nobody has taken a file of this paper yet. If you do not sign it, the server seals it when somebody does; a seal is not its maker’s signature.',
  'maker.signed': 'The file has the digital signature of {name}, PAdES {level}, made at {time}.',
  'maker.sealed': 'The file has the server’s seal of {time}, which is not its maker’s signature.',
  'maker.earlier': 'Handed out before',
  'maker.replaced': 'The paper was replaced by {number}.',
  'maker.replaced_unnumbered': 'Other minutes took the place of this paper.',
  'maker.hash': 'SHA-256 of the file:',
  'maker.other': 'The server has another content than this phone (mark {mark}). Do not sign; synchronise and look again.',
  'maker.sign': 'Sign digitally',
  'maker.certificate': 'Certificate: {subject}, valid until {time}.',
  'maker.no_certificate': 'You have no valid certificate on the server. Register one at the desk; the paper is good with the server’s seal.',
  'maker.passphrase': 'Passphrase of your certificate',
  'maker.passphrase_hint': 'Used for this signature alone, and stored neither here nor on the server.',
  'maker.passphrase_needed': 'Enter the passphrase of your certificate.',
  'maker.mark': 'You sign no. {number}, content mark {mark}. After that it can be neither changed nor signed again.',
  'maker.done': 'Signed. This file is the one that is handed out from now on.',
  'maker.file': 'Download the file ({size})',
  'maker.saved': '{name} was downloaded.',
};
