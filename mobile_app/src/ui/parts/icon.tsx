/** The few icons of the shell, drawn as lines in the text's colour. They are decoration: words
 * always say the same. */

const paths = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  check: 'M4 12.5l5.5 5.5L20 6.5',
  warning: 'M12 3L1.8 20.5h20.4L12 3zM12 10v5M12 17.6v.6',
  info: 'M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19zM12 11v6M12 7v.6',
  stop: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8L8 2.5zM8.5 8.5l7 7M15.5 8.5l-7 7',
  send: 'M12 20V5M5.5 11L12 4.5 18.5 11',
  wait: 'M12 2.5a9.5 9.5 0 100 19 9.5 9.5 0 000-19zM12 7v5.5l3.5 2',
  home: 'M3 11.5L12 4l9 7.5M5.5 9.8V20h13V9.8',
  search: 'M10.5 3.5a7 7 0 100 14 7 7 0 000-14zM15.6 15.6L21 21',
  outbox: 'M3 13.5h5l1.5 3h5l1.5-3h5M3 13.5V20h18v-6.5M12 10.5V3.5M8.5 7L12 3.5 15.5 7',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  camera: 'M3 7.5h4.5L9.5 5h5l2 2.5H21V19H3V7.5zM12 9.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7z',
  pen: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20zM14 6.5l3.5 3.5',
  place: 'M12 21.5c4.5-5 7-8.6 7-11.7A7 7 0 005 9.800c0 3.1 2.5 6.7 7 11.700zM12 7.300a2.7 2.7 0 100 5.4 2.7 2.7 0 000-5.400z',
  minutes: 'M6 2.500h9l4 4v15H6v-19zM9.5 10h6M9.5 14h6M9.5 18h3.5',
  lock: 'M6 11h12v10H6V11zM8.5 11V7.500a3.5 3.5 0 017 0V11',
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
} as const;

export type IconName = keyof typeof paths;

/** An icon of 1.35 em, hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" width="1.35em" height="1.35em" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
