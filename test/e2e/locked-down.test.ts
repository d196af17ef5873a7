import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchApp, type RunningApp } from '../helpers/app.ts';

/** Given the sample case is open, whatever a broken-into page tries stays inside. */
describe('the page is locked down', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
  });
  afterAll(() => run.close());

  test('sandboxed, isolated, without Node', async () => {
    const preferences = await run.app.evaluate(({ BrowserWindow }) => {
      // Not in the public types, but the only way to ask a window what it really runs with.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    const seen = await run.page.evaluate(() => ({
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      bridge: Object.keys(Reflect.get(window, 'cairn') as object).sort(),
      origin: window.origin,
    }));
    expect(seen).toEqual({
      require: 'undefined',
      process: 'undefined',
      bridge: ['call', 'subscribe'],
      origin: 'app://cairn',
    });
  });

  test('the policy header allows no inline script, no eval and no other origin', async () => {
    const policy = await run.page.evaluate(async () => {
      const response = await fetch('app://cairn/index.html');
      return response.headers.get('content-security-policy') ?? '';
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    expect(policy).not.toMatch(/https?:/);
  });

  test('eval and inline script do not run', async () => {
    // In a timer: what the test tool itself evaluates is not subject to the policy.
    const result = await run.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          setTimeout(() => {
            try {
              // biome-ignore lint/security/noGlobalEval: the point is that it is refused
              resolve(`ran: ${String(eval('1+1'))}`);
            } catch (error) {
              resolve(error instanceof Error ? error.name : 'refused');
            }
          }, 0);
        }),
    );
    expect(result).not.toContain('ran');
  });

  test('no address but our own is fetched, by any way a page has', async () => {
    await run.app.evaluate(({ session }) => {
      const completed: string[] = [];
      Reflect.set(globalThis, 'completed', completed);
      session.defaultSession.webRequest.onCompleted(({ url }) => completed.push(url));
    });
    const outcome = await run.page.evaluate(async () => {
      const target = 'https://example.org';
      const refused = async (work: () => Promise<unknown>) => {
        try {
          await work();
          return 'reached';
        } catch {
          return 'refused';
        }
      };
      const element = (make: () => HTMLElement) =>
        new Promise<string>((resolve) => {
          const node = make();
          node.addEventListener('load', () => resolve('reached'));
          node.addEventListener('error', () => resolve('refused'));
          document.body.append(node);
          setTimeout(() => resolve('refused'), 3000);
        });
      return {
        fetch: await refused(() => fetch(`${target}/a`)),
        file: await refused(() => fetch('file:///etc/passwd')),
        otherHost: await refused(() => fetch('app://evil/index.html')),
        image: await element(() => Object.assign(new Image(), { src: `${target}/a.png` })),
        style: await element(() =>
          Object.assign(document.createElement('link'), {
            rel: 'stylesheet',
            href: `${target}/a.css`,
          }),
        ),
        prefetch: await element(() =>
          Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: target }),
        ),
        preconnect: await element(() =>
          Object.assign(document.createElement('link'), { rel: 'preconnect', href: target }),
        ),
        // A refused frame still fires `load` for its error page: what the session saw decides.
        frame: await element(() => {
          const frame = document.createElement('iframe');
          frame.setAttribute('src', `${target}/a.html`);
          return frame;
        }).then(() => 'refused'),
        socket: await new Promise<string>((resolve) => {
          try {
            const socket = new WebSocket('wss://example.org/');
            socket.onopen = () => resolve('reached');
            socket.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        }),
      };
    });
    const completed = (await run.app.evaluate(() =>
      Reflect.get(globalThis, 'completed'),
    )) as readonly string[];
    expect(new Set(Object.values(outcome))).toEqual(new Set(['refused']));
    expect(completed.filter((url) => !url.startsWith('app://cairn/'))).toEqual([]);
  });

  test('hostile text in a note and a source stays text: no element, no request, no script', async () => {
    const hostile = [
      '![pixel](https://example.org/pixel.png)',
      '[go](https://example.org/go) <https://example.org/auto>',
      '<img src="https://example.org/raw.png" onerror="window.pwned=1">',
      '<script>window.pwned=1</script><iframe src="https://example.org"></iframe>',
      '<style>@import url(https://example.org/x.css);</style>',
      '[js](javascript:window.pwned=1)',
    ].join('\n\n');
    await run.app.evaluate(({ session }) => {
      const asked: string[] = [];
      Reflect.set(globalThis, 'asked', asked);
      session.defaultSession.webRequest.onErrorOccurred(({ url }) => asked.push(url));
    });
    const saved = await run.page.evaluate(async (text) => {
      const { call } = Reflect.get(window, 'cairn') as {
        call(name: string, args: unknown): Promise<{ ok: boolean }>;
      };
      const incident = crypto.randomUUID();
      return call('record/save', {
        ops: [
          {
            do: 'create',
            table: 'incident',
            id: incident,
            values: { title: 'Hostile <b>words</b>', summary: text },
          },
          {
            do: 'create',
            table: 'note',
            values: { target_table: 'incident', target_id: incident, body: text },
          },
        ],
      });
    }, hostile);
    expect(saved.ok).toBe(true);
    await run.page.getByRole('row', { name: /Hostile <b>words/ }).click();
    const inspector = run.page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('example.org/go').first().waitFor();
    const seen = await run.page.evaluate(() => ({
      pwned: Reflect.get(window, 'pwned'),
      elements: [...document.querySelectorAll('aside img, aside script, aside iframe, aside style')]
        .length,
      links: [...document.querySelectorAll('a[href]')].length,
    }));
    const asked = (await run.app.evaluate(() => Reflect.get(globalThis, 'asked'))) as string[];
    expect({ ...seen, asked: asked.filter((url) => url.includes('example.org')) }).toEqual({
      pwned: undefined,
      elements: 0,
      links: 0,
      asked: [],
    });
  });

  test('no candidate addresses leak through WebRTC', async () => {
    const candidates = await run.page.evaluate(async () => {
      const found: string[] = [];
      const peer = new RTCPeerConnection({ iceServers: [] });
      peer.onicecandidate = (event) => {
        if (event.candidate?.candidate) found.push(event.candidate.candidate);
      };
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1500));
      peer.close();
      return found;
    });
    expect(candidates).toEqual([]);
  });

  test('no window, no navigation, no permission', async () => {
    const before = run.page.url();
    const opened = await run.page.evaluate(() => window.open('https://example.org') === null);
    await run.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.org/';
      link.textContent = 'go';
      document.body.append(link);
      link.click();
      link.remove();
    });
    const permission = await run.page.evaluate(() => Notification.requestPermission());
    const place = await run.page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            (error) => resolve(error.code === 1 ? 'denied' : `error ${error.code}`),
          ),
        ),
    );
    const windows = await run.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect({ opened, permission, place, windows, url: run.page.url() }).toEqual({
      opened: true,
      permission: 'denied',
      place: 'denied',
      windows: 1,
      url: before,
    });
  });

  test('text can be put on the clipboard after a press, and nothing read from it', async () => {
    const { page } = run;
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'copy-probe';
      button.textContent = 'copy';
      button.onclick = async () => {
        const words = (work: Promise<unknown>) =>
          work.then(
            () => 'done',
            (error: Error) => error.name,
          );
        const written = await words(navigator.clipboard.writeText('lines of the table'));
        const read = await words(navigator.clipboard.readText());
        document.body.dataset.probe = `${written} ${read}`;
      };
      document.body.append(button);
    });
    await page.locator('#copy-probe').dispatchEvent('click');
    await expect
      .poll(() => page.evaluate(() => document.body.dataset.probe))
      .toBe('done NotAllowedError');
    expect(await run.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
      'lines of the table',
    );
    await page.evaluate(() => document.querySelector('#copy-probe')?.remove());
  });

  test('only files of the bundle are served', async () => {
    const answers = await run.page.evaluate(async () => {
      const statuses: Record<string, number> = {};
      for (const path of [
        '..%2f..%2fpackage.json',
        '%5c..%5cmain.cjs',
        'main.cjs',
        'x.exe',
        'none.js',
      ]) {
        statuses[path] = (await fetch(`app://cairn/${path}`)).status;
      }
      statuses['POST'] = (await fetch('app://cairn/index.html', { method: 'POST' })).status;
      return statuses;
    });
    expect(answers).toEqual({
      '..%2f..%2fpackage.json': 403,
      '%5c..%5cmain.cjs': 403,
      'main.cjs': 403,
      'x.exe': 403,
      'none.js': 404,
      POST: 405,
    });
  });

  test('bad, unknown and print-page calls answer with typed errors', async () => {
    const codes = await run.page.evaluate(async () => {
      const { call } = Reflect.get(window, 'cairn') as {
        call(name: string, args: unknown): Promise<{ ok: boolean; error?: { code: string } }>;
      };
      const code = async (name: string, args: unknown) => (await call(name, args)).error?.code;
      return {
        unknown: await code('fs/read', {}),
        prototype: await code('constructor', {}),
        badEngine: await code('incident/get', { id: 7 }),
        extra: await code('case/state', { sql: 'select 1' }),
        badShell: await code('file/choose', { purpose: 'anything' }),
        madeUpToken: await code('case/open', { token: '01890000-0000-7000-8000-000000000000' }),
        notPrintPage: await code('print/document', {}),
      };
    });
    expect(codes).toEqual({
      unknown: 'call/unknown',
      prototype: 'call/unknown',
      badEngine: 'input/invalid',
      extra: 'input/invalid',
      badShell: 'input/invalid',
      madeUpToken: 'file/token-unknown',
      notPrintPage: 'call/untrusted',
    });
  });
});
