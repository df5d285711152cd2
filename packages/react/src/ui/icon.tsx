import { memo } from 'react'
import { CLOSE, Glyph, LINK } from './plain.tsx'

const CIRCLE = 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5Z'

/** Strokes on a 16 grid, no fills: what is drawn up to Nectar's page. */
const PATHS = {
  close: CLOSE,
  external:
    'M6.75 3.25H4.5c-.97 0-1.75.78-1.75 1.75v6.5c0 .97.78 1.75 1.75 1.75H11c.97 0 1.75-.78 1.75-1.75V9.25M9.75 2.5h3.75v3.75M13.25 2.75 7.75 8.25',
  chevron: 'M6.25 3.75 10.5 8l-4.25 4.25',
  link: LINK,
  key: 'M5.25 7.75a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM7.4 8.6l5.85-5.85M10.5 5.5l2 2',
  bill: 'M3.25 1.75h9.5v12.5l-1.6-1.1-1.55 1.1L8 13.15l-1.6 1.1-1.55-1.1-1.6 1.1ZM6 5.25h4M6 8.25h4',
  hidden:
    'm2.25 2.25 11.5 11.5M6.35 3.4A6.4 6.4 0 0 1 8 3.2c3.6 0 5.75 3.2 6.25 4.8-.25.75-.8 1.75-1.65 2.65M10.9 11.95A5.9 5.9 0 0 1 8 12.8C4.4 12.8 2.25 9.6 1.75 8c.35-1.1 1.45-2.95 3.2-4M6.7 6.6a1.95 1.95 0 0 0 2.7 2.8',
  ready: 'm2.25 4 1.1 1.1L5.4 2.75M2.25 11.25l1.1 1.1L5.4 10M8.25 4h5.5M8.25 11.25h5.5',
  stop: `${CIRCLE}M6.5 5.75v4.5M9.5 5.75v4.5`,
  globe: `${CIRCLE}M1.9 8h12.2M8 1.75c1.7 1.75 2.6 3.85 2.6 6.25S9.7 12.5 8 14.25C6.3 12.5 5.4 10.4 5.4 8S6.3 3.5 8 1.75Z`,
  spinner: 'M8 1.75A6.25 6.25 0 1 1 1.75 8',
  send: 'M13.9 2.1 1.9 6.35l5.05 2.7 2.7 5.05ZM13.9 2.1 6.95 9.05',
} as const

/** One of these, or another one with its path. */
export type IconName = keyof typeof PATHS | Drawing

/** An icon that few parts need. */
export interface Drawing {
  path: string
  isDirected?: boolean
}

/** Point somewhere, so they turn round in right-to-left text. */
const DIRECTED: ReadonlySet<IconName> = new Set(['chevron', 'external', 'send'])

interface IconProps {
  name: IconName
  /** In pixels. */
  size?: 14 | 16 | 20
}

/** Decoration, always: a word stands beside it, or the control has a name. */
export const Icon = memo(function Icon({ name, size }: IconProps) {
  if (typeof name === 'object') return <Glyph size={size} {...name} />
  return <Glyph path={PATHS[name]} size={size} isDirected={DIRECTED.has(name)} spins={name === 'spinner'} />
})
