// Imported first: zod otherwise tries `new Function` when schemas are made, which our policy refuses
// and the console reports.
import { config } from 'zod';

config({ jitless: true });
