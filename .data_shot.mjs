import { chromium } from 'playwright';
const [,, out, locale='en', size='desktop', theme='light', ...ids] = process.argv;
const vp = size==='phone' ? {width:390,height:844} : {width:1440,height:900};
const b = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--use-gl=angle','--use-angle=swiftshader','--enable-unsafe-swiftshader']});
const c = await b.newContext({viewport:vp, colorScheme: theme==='dark'?'dark':'light', deviceScaleFactor: size==='phone'?2:1});
const p = await c.newPage();
p.on('console', m => { if (['error','warning'].includes(m.type())) console.log(m.type(), m.text().slice(0,300)); });
p.on('pageerror', e => console.log('PAGEERROR', e.message));
for (const id of ids) {
  await p.goto('about:blank');
  await p.goto(`http://localhost:8765/${locale}/high-water/#${id}`);
  await p.waitForFunction(() => document.querySelector('story-map')?.dataset.settled === 'true', null, {timeout: 30000}).catch(()=>console.log('not settled', id));
  console.log(id, await p.evaluate(()=>document.querySelector('.stage')?.dataset.stage ?? document.querySelector('[data-stage]')?.dataset.stage));
  await p.screenshot({path:`${out}-${locale}-${size}-${theme}-${id}.png`});
}
await b.close();
