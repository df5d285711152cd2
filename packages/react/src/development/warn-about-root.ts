import { warnInDevelopment } from '@nectar-connect/client'

export function warnAboutRoot(root: HTMLElement): void {
  warnInDevelopment({ kind: 'shown', root })
}
