import type { Appearance } from '@nectar-connect/react/appearance'

export const APPEARANCE: Appearance = { theme: 'system', preset: 'sharp', variables: { accent: '#1f5d7a' } }
