import type { Appearance } from '@nectar-connect/react/appearance'

export const APPEARANCE: Appearance = { theme: 'system', preset: 'crisp', variables: { accent: '#1f5d7a' } }
