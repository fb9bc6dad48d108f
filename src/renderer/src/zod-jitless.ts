import { z } from 'zod'

// Imported before everything else: zod otherwise probes `new Function`, which our content security policy reports as a breach.
z.config({ jitless: true })
