// This is what bundlers find that build for browsers. There is no such module: its name is what they then say.
import '@nectar-connect/server belongs on your server, since it holds your Nectar API key. Import it only in files that run there (a route handler, a server function), and use @nectar-connect/react in the page'

throw new Error(
  '@nectar-connect/server was loaded in a browser. It belongs on your server, since it holds your Nectar API key. Use @nectar-connect/react in the page.',
)
