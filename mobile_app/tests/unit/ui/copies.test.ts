/** The appointment on a slip: whole or none. */
import { describe, expect, it } from 'vitest';
import { appointmentOf, type Typed } from '../../../src/ui/copies/typed';

const typed = (changed: Partial<Typed>): Typed => ({ layout: 'screen', receiver: '', at: null, place: '', ...changed });

describe('an appointment', () => {
  it('has day, hour and place, or is none; whoever types half of it is told which half is missing', () => {
    const at = '2026-12-05T01:30:00Z';
    expect(appointmentOf(typed({}))).toEqual({ appointment: null, lacks: null });
    expect(appointmentOf(typed({ at }))).toEqual({ appointment: null, lacks: 'place' });
    expect(appointmentOf(typed({ place: 'Trụ sở Đội' }))).toEqual({ appointment: null, lacks: 'at' });
    expect(appointmentOf(typed({ at, place: 'x'.repeat(201) })).lacks).toBe('place');
    expect(appointmentOf(typed({ at, place: '  Tru\u0323 sở   Đội ' }))).toEqual({ appointment: { at, place: 'Trụ sở Đội' }, lacks: null });
  });
});
