/** What is loaded when somebody comes near the flow, in one piece: session, data, the screens up to Nectar's page, and their words. */
export { reportFault } from '../session/use-session-callbacks.ts'
export { ButtonEmbed } from './button-embed.tsx'
export { DialogEmbed } from './dialog-embed.tsx'
export { InlineEmbed } from './inline-embed.tsx'
export { later } from './later.ts'
export { ShareEmbed } from './share-embed.tsx'
