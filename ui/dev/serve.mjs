// Serves ui/dist and the fixtures as the real server would: same paths, same content security policy, GET only.
// Usage: node dev/serve.mjs [PORT]
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };
const CSP = "default-src 'self'; img-src 'self' data: blob:; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'";
const answers = Object.assign({}, ...['stations', 'ondral', 'paris'].map((n) => JSON.parse(readFileSync(join(HERE, 'fixtures', `${n}.json`), 'utf8'))));

const document_ = (title) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title></head><body><main><h1 style="overflow-wrap:anywhere">${title}</h1><p>The station writes this page.</p></main></body></html>`;

function answer(path) {
  if (path.startsWith('/api/')) {
    const found = answers[path.slice(5)];
    return found ? [200, 'application/json', JSON.stringify(found)] : [404, 'application/problem+json', JSON.stringify({ title: 'Not found', status: 404, detail: path })];
  }
  if (/^\/[a-z]+\/(public|reports\/|proof\/|ledger\/|incidents\.)/.test(path)) return [200, TYPES['.html'], document_(path)];
  return null;
}

createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const made = answer(path);
  response.setHeader('content-security-policy', CSP);
  if (made) {
    response.writeHead(made[0], { 'content-type': made[1] });
    response.end(made[2]);
    return;
  }
  const file = join(HERE, 'dist', normalize(path === '/' ? '/index.html' : path));
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}).listen(Number(process.argv[2] ?? 18091), '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}/`);
});
