// ZIP archives and Excel workbooks, made here: without compression, which every reader takes.
import { crc32 } from "node:zlib";

/** An archive of files by name, as a Buffer. */
export function zip(files) {
  const parts = [];
  const list = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, path, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    list.push(Buffer.concat([Buffer.from("PK\x01\x02"), version, fields, place, path]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from("PK\x05\x06"), end]);
}

/** A workbook with a sheet of `Date` and `Close`, the dates as a spreadsheet program counts them. */
export function workbook(walk) {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const day = (date) => Date.parse(date) / 86_400_000 + 25_569;
  const text = (it) => `<c t="inlineStr"><is><t>${it}</t></is></c>`;
  const rows = walk.map(
    ({ date, price }) => `<row><c s="1"><v>${day(date)}</v></c><c><v>${price}</v></c></row>`,
  );
  return zip({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels":
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" ` +
      `Type="${kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `<workbook xmlns="${main}" xmlns:r="${kinds}"><sheets>` +
      `<sheet name="Prices" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" ` +
      `Type="${kinds}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml":
      `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml":
      `<worksheet xmlns="${main}"><sheetData><row>${text("Date")}${text("Close")}</row>` +
      `${rows.join("")}</sheetData></worksheet>`,
  });
}
