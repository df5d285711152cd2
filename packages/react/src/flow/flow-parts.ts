/** What is loaded when somebody comes near the flow, in one piece: all of its screens, and their words. */
export { ConnectInline } from '../connect/connect-inline.tsx'
export { OpenConnectDialog } from '../connect/open-connect-dialog.tsx'
export { OpenShareDialog } from '../sharing/open-share-dialog.tsx'
