import { enLater } from './en-later.ts'
import { enLists } from './en-lists.ts'

/** English, all of it. The type of every other language is made from this one: see `Messages`. */
export const en = {
  ...enLists,
  ...enLater,
  list: enLists.list,
  share: { ...enLists.share, ...enLater.share },
  card: enLists.card,
}
