/** Where an officer's log on this device ends. */
export interface LogHead {
  officerId: string;
  seq: number;
  head: string | null;
}
