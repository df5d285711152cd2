/** What is loaded when somebody comes near the flow, in one piece: session, data, all screens and their words. */
export { ConnectError } from '@nectar-connect/client'
export { ButtonEmbed } from './button-embed.tsx'
export { OpenConnectDialog } from './connect-shell.tsx'
export { InlineEmbed } from './inline-embed.tsx'
export { ShareEmbed } from './share-embed.tsx'
