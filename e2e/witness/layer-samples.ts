/** What locks the program out of the network, each piece by its own. */
export type LayerName =
  | 'host-resolver-rules'
  | 'content policy'
  | 'cancelled requests'
  | 'no navigation'
  | 'no windows'
  | 'calls kept home'
  | 'no spell checker'

/** A page that reaches out in one way, and how the witness knows it. */
export type LayerSample = {
  readonly layer: LayerName
  readonly html: string
  /** The address or name that only this page asks for. */
  readonly trace: string
}

/** A call between peers asks a server by its bare address for the way: no name, no request, just a packet. */
const callTo = (address: string): string =>
  `<script>
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${address}:3478' }] })
    peer.createDataChannel('x')
    peer.createOffer().then(offer => peer.setLocalDescription(offer))
  </script>`

/** Addresses of RFC 5737, which belong to nobody. */
export const layerSamples: readonly LayerSample[] = [
  {
    layer: 'host-resolver-rules',
    html: '<script>fetch("http://resolver.canary.test/", { mode: "no-cors" })</script>',
    trace: 'resolver.canary.test',
  },
  {
    layer: 'host-resolver-rules',
    html: '<link rel="dns-prefetch" href="http://prefetch.canary.test/">',
    trace: 'prefetch.canary.test',
  },
  { layer: 'content policy', html: '<img src="http://203.0.113.14/">', trace: '203.0.113.14' },
  { layer: 'cancelled requests', html: '<img src="http://203.0.113.15/">', trace: '203.0.113.15' },
  {
    layer: 'no navigation',
    html: '<meta http-equiv="refresh" content="0;url=http://203.0.113.16/">',
    trace: '203.0.113.16',
  },
  {
    layer: 'no windows',
    html: '<script>window.open("http://203.0.113.17/")</script>',
    trace: '203.0.113.17',
  },
  { layer: 'calls kept home', html: callTo('203.0.113.18'), trace: '203.0.113.18' },
  // Chromium itself asks for a dictionary, whatever the page holds.
  { layer: 'no spell checker', html: '<p>Words', trace: 'redirector.gvt1.com' },
]
