import sharp from 'sharp';
const [,, out, w, cols, ...files] = process.argv;
const W=+w, C=+cols; const imgs = await Promise.all(files.map(f=>sharp(f).resize({width:W}).toBuffer({resolveWithObject:true})));
const H=Math.max(...imgs.map(i=>i.info.height)); const rows=Math.ceil(imgs.length/C);
await sharp({create:{width:C*(W+8),height:rows*(H+8),channels:3,background:'#888'}}).composite(imgs.map((i,n)=>({input:i.data,left:(n%C)*(W+8),top:Math.floor(n/C)*(H+8)}))).png().toFile(out);
