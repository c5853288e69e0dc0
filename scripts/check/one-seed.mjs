import fc from 'fast-check'

/*
 * The gate tries the same random cases each time, so that a change is judged by what it changes. The long
 * form (`npm run test:long`) draws new ones at every run, and many more: what it finds becomes an example.
 */
if (process.env['ASSAY_LONG'] === undefined) fc.configureGlobal({ seed: 20_310_314 })
