/** Ways in which a page reaches out or runs something. `{}` stands for an address that only it asks for. */
const fragments: readonly string[] = [
  '<img src="{}">',
  '<img srcset="{} 2x">',
  '<img src=x onerror="fetch(\'{}\'); globalThis.broughtIn = 1">',
  '<picture><source srcset="{}"><img></picture>',
  '<video src="{}" poster="{}" autoplay></video>',
  '<audio src="{}" autoplay></audio>',
  '<video><track default src="{}"></video>',
  '<iframe src="{}"></iframe>',
  '<iframe srcdoc="<img src={}>"></iframe>',
  '<object data="{}"></object>',
  '<embed src="{}">',
  '<frameset><frame src="{}"></frameset>',
  '<link rel="stylesheet" href="{}">',
  '<link rel="preload" as="image" href="{}">',
  '<link rel="modulepreload" href="{}">',
  '<link rel="prefetch" href="{}">',
  '<link rel="prerender" href="{}">',
  '<link rel="preconnect" href="{}">',
  '<link rel="dns-prefetch" href="{}">',
  '<link rel="icon" href="{}">',
  '<link rel="manifest" href="{}">',
  '<style>@import url("{}");</style>',
  '<style>@font-face { font-family: f; src: url("{}") } p { font-family: f }</style>',
  '<style>p { background: url("{}") }</style>',
  '<style>p::before { content: url("{}") }</style>',
  '<p style="background-image: image-set(url({}) 1x)">Words</p>',
  '<p style="cursor: url({}), auto">Words</p>',
  '<ul style="list-style-image: url({})"><li>Words</ul>',
  '<p style="mask: url({}#m)">Words</p>',
  '<body background="{}">',
  '<table background="{}"><tr><td>Words</table>',
  '<svg><image href="{}"/></svg>',
  '<svg><use href="{}#x"/></svg>',
  '<svg><filter id="f"><feImage href="{}"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>',
  '<svg onload="fetch(\'{}\'); globalThis.broughtIn = 1"></svg>',
  '<math><mtext href="{}">Words</mtext></math>',
  '<input type="image" src="{}">',
  '<form action="{}"><button autofocus onfocus="form.submit()">Go</button></form>',
  '<form id="getElementById" action="{}"><input name="content"></form>',
  '<base href="{}"><img src="x">',
  '<meta http-equiv="refresh" content="0;url={}">',
  '<script src="{}"></script>',
  '<script>globalThis.broughtIn = 1; fetch("{}")</script>',
  '<script type="module">import "{}"</script>',
  '<script>new WebSocket("{}".replace("http", "ws"))</script>',
  '<script>navigator.sendBeacon("{}")</script>',
  '<script>new EventSource("{}")</script>',
  '<script>new Worker(URL.createObjectURL(new Blob([`importScripts("{}")`])))</script>',
  '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["{}"]}]}</script>',
  '<a href="{}" ping="{}" target="_blank">Words</a>',
  '<a href="javascript:globalThis.broughtIn = 1">Words</a>',
  '<a href="data:text/html,<img src={}>">Words</a>',
  '<details open ontoggle="fetch(\'{}\')"><summary>Words</summary></details>',
  '<template shadowrootmode="open"><img src="{}"></template>',
  '<noscript><p title="</noscript><img src={}>"></noscript>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--><img src={}>">',
  '<svg><style><img src="{}"></style></svg>',
  '<marquee onstart="fetch(\'{}\')">Words</marquee>',
]

/** Pages that each try one way, by file name; every second one asks a bare address, past all names. */
export function hostilePages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fragments.map((fragment, index) => {
      const number = String(index).padStart(2, '0')
      const address =
        index % 2 === 0 ? `http://fragment${number}.canary.test/` : `http://198.51.100.${index}/`
      const page = `<!doctype html><title>Page ${number}</title><p>Before the trap ${number}.</p>${fragment.replaceAll('{}', address)}<p>After it.</p>`
      return [`page-${number}.html`, page]
    }),
  )
}
