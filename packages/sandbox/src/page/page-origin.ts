/**
 * Where Nectar seems to be, for a server and a widget inside a page. Names that end in `.invalid` never resolve
 * (RFC 6761): whatever is asked of it by mistake reaches nobody.
 */
export const PAGE_ORIGIN = 'https://nectar-sandbox.invalid'
