import { toNextHandlers } from '@nectar-connect/server/next'
import { nectar } from '../../../../../elsewhere/nectar.ts'

export const { GET, POST, OPTIONS } = toNextHandlers(nectar)
