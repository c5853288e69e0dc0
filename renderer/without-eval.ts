import * as z from 'zod'

// Schemas come along with the types; nothing is parsed here. Making code from strings, which zod tries
// for speed, is what the page's policy forbids, so that every try would be reported as an attack.
z.config({ jitless: true })
