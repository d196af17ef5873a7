// Imported first by pages: zod otherwise tries `new Function` when schemas are made, which the policy
// of the pages refuses and the console reports. The engine leaves it on, parsing is faster with it.
import { config } from 'zod';

config({ jitless: true });
