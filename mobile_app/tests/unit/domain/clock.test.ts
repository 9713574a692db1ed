import { describe, expect, it } from 'vitest';
import { actAt, clockOfAct, heard, look, standing, timeNow, type Look, type Seen } from '../../../src/domain/clock';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const TRUE = Date.parse('2026-11-25T02:30:00Z');

/** A phone with a clock that is `ahead` of the true time, a page, and a monotonic clock that
 * stops while the phone sleeps. */
class Pocket {
  now = TRUE;
  mono = 5_000;
  page = 'a';
  seen: Seen | null = null;
  constructor(public ahead: number) {}
  at = (): Look => ({ wallMs: this.now + this.ahead, monoMs: this.mono, page: this.page });
  hears(): this {
    this.seen = heard({ serverMs: this.now, localMs: this.now + this.ahead }, this.at());
    return this;
  }
  looks(): this {
    if (this.seen) this.seen = look(this.seen, this.at());
    return this;
  }
  awake(ms: number): this {
    for (let passed = 0; passed < ms; passed += MINUTE) {
      this.now += Math.min(MINUTE, ms - passed);
      this.mono += Math.min(MINUTE, ms - passed);
      this.looks();
    }
    return this;
  }
  sleeps(ms: number): this {
    this.now += ms;
    return this;
  }
  setsClock(ahead: number): this {
    this.ahead = ahead;
    return this;
  }
  starts(closed: number): this {
    this.now += closed;
    this.page += 'a';
    this.mono = 300;
    return this.looks();
  }
  /** Difference between the time for a paper and the true time, in ms; null if no
   * time is offered. */
  error(): number | null {
    this.looks();
    const found = timeNow(this.seen, this.at().wallMs);
    return found === null ? null : found - this.now;
  }
}

describe('a clock two days wrong gives the true time to papers', () => {
  for (const ahead of [2 * DAY, -2 * DAY, 7 * HOUR, -7 * HOUR, 10 * MINUTE]) {
    it(`${ahead / HOUR} hours ahead: awake, asleep in a pocket, restarted offline`, () => {
      expect(new Pocket(ahead).hears().awake(HOUR).error()).toBe(0);
      expect(new Pocket(ahead).hears().awake(HOUR).sleeps(3 * HOUR).error()).toBe(0);
      expect(new Pocket(ahead).hears().awake(HOUR).starts(20 * MINUTE).awake(HOUR).error()).toBe(0);
    });
  }

  it('is told as off, with its sign, and the act says by how much to put it right', () => {
    const fast = standing(new Pocket(2 * DAY).hears().looks().seen);
    expect(fast).toEqual({ state: 'off', offMs: -2 * DAY });
    expect(clockOfAct(fast)).toEqual({ clock_off_s: -172_800 });
    expect(actAt({ made_at: '2026-11-27T02:30:00Z', clock_off_s: -172_800 })).toBe('2026-11-25T02:30:00Z');
  });

  it('a clock within two minutes is left as it is, and its acts say nothing', () => {
    const phone = new Pocket(90_000).hears().awake(HOUR);
    expect(phone.error()).toBe(90_000);
    expect(clockOfAct(standing(phone.seen))).toEqual({});
  });

  it('one that was never compared is taken as it is', () => {
    expect(timeNow(null, TRUE)).toBe(TRUE);
    expect(standing(null)).toEqual({ state: 'unknown' });
  });
});

describe('what somebody does to the clock between two contacts', () => {
  it('set back by a year while the page is open: the monotonic clock tells', () => {
    const phone = new Pocket(0).hears().awake(HOUR).setsClock(-365 * DAY);
    expect(phone.error()).toBe(0);
    expect(phone.awake(HOUR).error()).toBe(0);
    expect(standing(phone.seen).state).toBe('off');
  });

  for (const ahead of [2 * DAY, -2 * DAY]) {
    it(`${ahead / DAY} days ahead and put right as the app asks: right again, also after an hour asleep`, () => {
      const phone = new Pocket(ahead).hears().awake(HOUR).setsClock(0);
      expect(phone.error()).toBe(0);
      expect(standing(phone.seen).state).toBe('right');
      expect(new Pocket(ahead).hears().awake(HOUR).sleeps(HOUR).setsClock(0).error()).toBe(0);
    });
  }

  it('two days late, put right while the app was closed: the right time', () => {
    expect(new Pocket(-2 * DAY).hears().awake(HOUR).setsClock(0).starts(10 * MINUTE).error()).toBe(0);
  });

  it('set back while the app was closed: nobody can tell, and nothing is offered until the next contact', () => {
    const phone = new Pocket(0).hears().awake(HOUR).setsClock(-700 * DAY).starts(10 * MINUTE);
    expect(phone.error()).toBeNull();
    expect(clockOfAct(standing(phone.seen))).toEqual({ clock_off_s: null });
    expect(phone.awake(HOUR).error()).toBeNull();
    expect(phone.starts(HOUR).error()).toBeNull();
    expect(phone.hears().awake(HOUR).error()).toBe(0);
  });

  it('seven hours late and eight hours closed: either left alone or put right, so it asks', () => {
    expect(new Pocket(-7 * HOUR).hears().starts(8 * HOUR).error()).toBeNull();
  });

  it('reboots change nothing while the clock is left alone, however long it was off', () => {
    const phone = new Pocket(2 * DAY).hears();
    for (let day = 0; day < 5; day++) expect(phone.starts(9 * HOUR).awake(15 * HOUR).error()).toBe(0);
  });
});

describe('whatever is done in whatever order', () => {
  /** A small seeded generator with the same results everywhere, so that a failing run can be
   * repeated by its number. */
  function dice(seed: number): (below: number) => number {
    let state = seed * 2_654_435_761 + 1;
    return (below) => {
      state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
      return ((state >>> 0) % 10_000) * below / 10_000;
    };
  }

  it('a clock that nobody touches gives the true time after any sleep, kill and restart', () => {
    for (let run = 0; run < 400; run++) {
      const roll = dice(run);
      const ahead = Math.round((roll(2) - 1) * 30 * DAY);
      const phone = new Pocket(ahead).hears();
      for (let step = 0; step < 12; step++) {
        const what = Math.floor(roll(3));
        // Short compared with the clock's delay. A longer span may also mean that the clock was set
        // right (tested above).
        const most = ahead < 0 ? Math.min(20 * HOUR, Math.abs(ahead) / 2) : 20 * HOUR;
        if (what === 0) phone.awake(Math.round(roll(Math.min(most, 2 * HOUR))));
        else if (what === 1) phone.sleeps(Math.round(roll(most))).looks();
        else phone.starts(Math.round(roll(most)));
        const tolerated = Math.abs(ahead) <= 120_000 ? Math.abs(ahead) : 5_000;
        expect(Math.abs(phone.error() ?? Infinity), `run ${run}, step ${step}, ahead ${ahead}`).toBeLessThanOrEqual(tolerated);
      }
    }
  });

  it('it never offers a time before what the server had said, whatever is done to the clock', () => {
    for (let run = 0; run < 400; run++) {
      const roll = dice(run + 1000);
      const phone = new Pocket(Math.round((roll(2) - 1) * 5 * DAY)).hears();
      const heardAt = phone.now;
      for (let step = 0; step < 12; step++) {
        const what = Math.floor(roll(4));
        if (what === 0) phone.awake(Math.round(roll(HOUR)));
        else if (what === 1) phone.sleeps(Math.round(roll(10 * HOUR)));
        else if (what === 2) phone.starts(Math.round(roll(10 * HOUR)));
        else phone.setsClock(Math.round((roll(2) - 1) * 900 * DAY));
        phone.looks();
        const offered = timeNow(phone.seen, phone.at().wallMs);
        if (offered !== null) expect(offered, `run ${run}, step ${step}`).toBeGreaterThanOrEqual(heardAt - 180_000);
      }
    }
  });

  it('a midnight in Vietnam parts two days by the true time, not by the phone', () => {
    const phone = new Pocket(2 * DAY);
    phone.now = Date.parse('2026-11-25T16:59:30Z');
    phone.hears();
    expect(new Date((phone.looks(), timeNow(phone.seen, phone.at().wallMs)) ?? 0).toISOString()).toBe('2026-11-25T16:59:30.000Z');
    phone.awake(MINUTE);
    expect(new Date(timeNow(phone.seen, phone.at().wallMs) ?? 0).toISOString()).toBe('2026-11-25T17:00:30.000Z');
  });
});
