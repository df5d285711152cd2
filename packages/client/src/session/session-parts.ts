import type { ConnectClient } from '../connect-client.ts'
import type { ReadableStore } from '../lib/store.ts'
import type { Platform } from '../platform/platform.ts'
import type { Analytics } from './analytics.ts'
import type { SessionEvent } from './event.ts'
import type { ConnectPhase } from './phase.ts'
import type { SessionStorage } from './session-storage.ts'

/** What effects and restoration of one session share. */
export interface SessionParts {
  client: ConnectClient
  platform: Platform
  /** Kept over a reload. */
  stored: SessionStorage
  /** Names the session among those of its page. */
  name: string
  phase: ReadableStore<ConnectPhase>
  dispatch: (event: SessionEvent) => void
  analytics: Analytics
}
