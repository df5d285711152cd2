/** What is loaded once Nectar's page is there, or when it is wanted: the other screens, asking a colleague, and their words. */
export { createRestoration } from '@nectar-connect/client'
export { beginShare } from './begin-share.ts'
export { ConnectionState } from './connection-state.tsx'
export { LiveChanges } from './live-changes.ts'
export { LaterAnnouncement, LaterScreen, NarrowScreen } from './screens/later-screen.tsx'
export { ExpiredVeil, PageNotice } from './screens/page-notice.tsx'
export { ShareAnnouncement, ShareScreen } from './share-screen.tsx'
