// As browser.js, for what calls `require`. Jest shows the name, too, where it imitates a browser.
require('@nectar-connect/server belongs on your server, since it holds your Nectar API key. Import it only in files that run there (a route handler, a server function), and use @nectar-connect/react in the page. In Jest, let the test run in the environment "node"')

throw new Error(
  '@nectar-connect/server was loaded in a browser. It belongs on your server, since it holds your Nectar API key. Use @nectar-connect/react in the page.',
)
