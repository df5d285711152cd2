/** What is loaded when somebody comes near the flow, in one piece: all of its screens, and their words. */
export { ConnectInline } from './connect-inline.tsx'
export { OpenConnectDialog } from './open-connect-dialog.tsx'
export { OpenShareDialog } from './open-share-dialog.tsx'
