import type { Bilingual } from './bilingual.ts';

const BROWSER_ZH =
  '请改用较新的 Chrome、Edge、360 安全浏览器(极速模式)、奇安信可信浏览器或 Firefox,旧系统请用其最后可装的版本。';
const BROWSER_EN =
  'Use a newer Chrome, Edge, 360 (speed mode), Qi An Xin or Firefox, on an old system the last version it can run.';

/**
 * Why the engine did not start or stopped, and who can mend it, by the fault of `engine/engine-error.ts`. The part in
 * brackets that the page adds behind each sentence is `detail`: a file, a status, a message.
 */
export const ENGINE_FAULTS = {
  'no-webassembly': {
    zh: `这个浏览器不能运行计算引擎(不支持 WebAssembly,或已被停用)。${BROWSER_ZH}`,
    en: `This browser cannot run the engine (WebAssembly is missing or switched off). ${BROWSER_EN}`,
  },
  'no-wasm-exceptions': {
    zh: `这个浏览器版本过旧,不能运行计算引擎(不支持 WebAssembly 异常处理,需 Chrome 95、Firefox 100、Safari 15.4 以上)。${BROWSER_ZH}`,
    en: `This browser is too old for the engine (no WebAssembly exceptions; Chrome 95, Firefox 100, Safari 15.4 or newer is needed). ${BROWSER_EN}`,
  },
  'no-decompression': {
    zh: `这个浏览器版本过旧,不能解压计算引擎(不支持 DecompressionStream)。${BROWSER_ZH}`,
    en: `This browser is too old to unpack the engine (no DecompressionStream). ${BROWSER_EN}`,
  },
  'no-worker': {
    zh: `这个浏览器不能在后台运行程序(不支持 Worker,或已被停用)。${BROWSER_ZH}`,
    en: `This browser cannot run background scripts (Worker is missing or switched off). ${BROWSER_EN}`,
  },
  'policy-blocks-wasm': {
    zh: "网站的内容安全策略(CSP)不允许运行计算引擎。请管理员在服务器的 Content-Security-Policy 中,给 script-src 加上 'wasm-unsafe-eval'。",
    en: "The site's Content-Security-Policy forbids the engine. The administrator has to add 'wasm-unsafe-eval' to script-src in the server's header.",
  },
  'policy-blocks-worker': {
    zh: "网站的内容安全策略(CSP)不允许启动后台程序。请管理员在 Content-Security-Policy 中加上 worker-src 'self'(单文件版为 worker-src blob:)。",
    en: "The site's Content-Security-Policy forbids background scripts. The administrator has to add worker-src 'self' (for the one-file build: worker-src blob:).",
  },
  'asset-unreachable': {
    zh: '计算引擎的文件没有下载完:与服务器的连接中断,或被网络设备拦截。请重试;反复出现时请管理员检查服务器和网关。',
    en: 'A file of the engine did not arrive: the connection broke or something blocked it. Try again; if it happens again, the administrator should look at the server and the gateway.',
  },
  'asset-missing': {
    zh: '服务器上找不到计算引擎的文件。请管理员确认 engine 文件夹已完整复制;若使用 IIS,还要为 .bin、.js、.json、.csv 扩展名登记 MIME 类型(随附的 web.config 已写好),否则 IIS 对未知扩展名一律返回 404。',
    en: 'The server does not have a file of the engine. The administrator should check that the engine folder was copied whole; on IIS the extensions .bin, .js, .json and .csv need MIME types (see the web.config supplied), because IIS answers 404 for unknown ones.',
  },
  'asset-wrong-content': {
    zh: '服务器给出的不是计算引擎,而是别的内容(常见原因:登录页、统一的出错页,或复制时改动了文件)。请管理员直接打开该文件的地址核对,应为约 7.6 MB 的二进制文件。',
    en: 'The server answered with something that is not the engine (often a login page, a catch-all error page, or a file changed while copying). The administrator should open the address of the file: it is a binary of about 7.6 MB.',
  },
  'asset-damaged': {
    zh: '计算引擎的文件不完整或已损坏,无法解压。请管理员重新复制 engine 文件夹(FTP 请用二进制方式);单文件版请重新复制整个文件。',
    en: 'The file of the engine is incomplete or damaged and cannot be unpacked. Copy the engine folder again (FTP in binary mode); for the one-file build copy the whole file again.',
  },
  'worker-wrong-type': {
    zh: '服务器把脚本文件当成了别的类型发送,浏览器拒绝运行。请管理员把 .js 的 MIME 类型设为 text/javascript。',
    en: 'The server sends script files under a wrong type and the browser refuses them. The administrator has to give .js the MIME type text/javascript.',
  },
  'worker-failed': {
    zh: '计算引擎的后台程序没有运行起来。请刷新页面;仍然如此时,请管理员检查 engine 文件夹是否完整、杀毒软件是否拦截了脚本。',
    en: 'The background script of the engine failed. Reload the page; if it stays, check that the engine folder is complete and that no security software blocks scripts.',
  },
  'start-timeout': {
    zh: "计算引擎在规定时间内没有应答。常见原因:服务器发给 engine 文件夹的 Content-Security-Policy 缺少 'wasm-unsafe-eval' 或 connect-src blob:;电脑内存不足;安全软件拦截。请关掉其他页面后重试,仍不行请管理员核对响应头。",
    en: "The engine did not answer in time. Usual causes: the Content-Security-Policy sent for the engine folder lacks 'wasm-unsafe-eval' or connect-src blob:; too little memory; security software. Close other pages and try again, then have the administrator check the headers.",
  },
  'start-failed': {
    zh: '计算引擎启动时出错。请关掉其他页面、刷新后重试;电脑可用内存至少要有 1 GB。',
    en: 'The engine failed while starting. Close other pages, reload and try again; at least 1 GB of memory should be free.',
  },
  'engine-lost': {
    zh: '计算引擎意外停止,正在进行的计算已中断。请重试;反复出现时请刷新页面,或减少一次载入的案件数量。',
    en: 'The engine stopped unexpectedly and what was being computed is lost. Try again; if it happens again, reload the page or load fewer cases at once.',
  },
} satisfies Record<string, Bilingual>;

/** The engine keeps running, and what was loaded before stays. */
export const OUT_OF_MEMORY: Bilingual = {
  zh: '没有完成:数据超出了计算引擎的可用内存(浏览器里最多约 2 GB),原来的数据没有变动。请分期间或分法院导入;数据量大时,请在服务器上用 npm run prepare-data 把全部清单一次整理成数据集再打开。',
  en: 'Not completed: the data need more memory than the engine has in a browser (about 2 GB); what was loaded before is unchanged. Import fewer years or courts at once, or prepare all the lists together with npm run prepare-data and open that set.',
};
