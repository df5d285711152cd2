/** Drawn on a grid of 16; they take the color of their text and are never the only way to say something. */
const SHAPES = {
  overview: 'M2.5 2.5h4.5v6H2.5zM9 2.5h4.5V6H9zM9 8h4.5v5.5H9zM2.5 10.5h4.5v3H2.5z',
  sites: 'M3 13.5V3.5h6.5v10M9.5 6.5H13v7M1.5 13.5h13M5.2 6h2M5.2 8.5h2M5.2 11h2',
  utilities: 'M9 1.8 3.6 9h3.9L7 14.2 12.4 7H8.5z',
  setup: 'M3.5 14V2.5M3.5 3H12l-1.8 2.9L12 8.8H3.5',
  settings: 'M2.5 5H8M11.2 5h2.3M2.5 11h2.3M8 11h5.5M9.6 3.4v3.2M6.4 9.4v3.2',
  electricity: 'M9 1.8 3.6 9h3.9L7 14.2 12.4 7H8.5z',
  gas: 'M8 14c-2.5 0-4.2-1.7-4.2-4.1 0-1.9 1-3 1.9-4.2.2 1 .6 1.5 1.3 1.6 0-2.2.7-4 2.3-5.3 0 2.6 2.9 4.1 2.9 7.7C12.2 12.3 10.5 14 8 14z',
  water: 'M8 1.9c2.6 3 4.1 5 4.1 7.5a4.1 4.1 0 0 1-8.2 0c0-2.5 1.5-4.5 4.1-7.5z',
  waste: 'M2.7 4.5h10.6M6.2 4.5V2.7h3.6v1.8M4.2 4.5l.6 8.9h6.4l.6-8.9M6.9 7v4M9.1 7v4',
  steam:
    'M4.2 13c-1.3-1.7 1.3-3.3 0-5s1.3-3.4 0-5M8.2 13c-1.3-1.7 1.3-3.3 0-5s1.3-3.4 0-5M12.2 13c-1.3-1.7 1.3-3.3 0-5s1.3-3.4 0-5',
  forward: 'M2.8 8h10.4M9.3 4l4 4-4 4',
  back: 'M13.2 8H2.8M6.7 4l-4 4 4 4',
  updown: 'm5 6 3-3 3 3M5 10l3 3 3-3',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3.5 8.4 3 3.1 6-7',
  out: 'M6.5 13.2H3.8a1 1 0 0 1-1-1V3.8a1 1 0 0 1 1-1h2.7M6.5 8h6.8M10.5 5.2 13.3 8l-2.8 2.8',
  alert: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.9v3.6M8 11v.01',
} as const

export type IconName = keyof typeof SHAPES

/** They point along the line of reading, so that they turn round with it. */
const DIRECTED: ReadonlySet<IconName> = new Set(['back', 'forward', 'out'])

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={DIRECTED.has(name) ? 'icon icon--directed' : 'icon'}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={SHAPES[name]} />
    </svg>
  )
}
