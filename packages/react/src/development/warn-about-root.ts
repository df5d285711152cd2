import { warnInDevelopment } from '@nectar-connect/client'
import type { Appearance } from '../context/appearance.ts'
import { TOKEN_NAMES } from '../styles/token-names.ts'
import { warnOfUnknown } from './warn-of-unknown.ts'

const NAMES: readonly string[] = TOKEN_NAMES

export function warnAboutRoot(root: HTMLElement, variables: Appearance['variables'] = {}): void {
  warnInDevelopment({ kind: 'shown', root })
  for (const name of Object.keys(variables)) {
    if (!NAMES.includes(name)) warnOfUnknown('`appearance.variables` has no token', name, NAMES)
  }
}
