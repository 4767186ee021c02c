import type { TableClient } from '@azure/data-tables';

type PipelinePolicy = Parameters<TableClient['pipeline']['addPolicy']>[0];

// Values travel as JSON on one line that begins with a brace, so no text of theirs can look like a request line.
const deletion = /^(DELETE .*RowKey='(.*)'\) HTTP\/1\.1\r\n(?:[^\r\n]+\r\n)*?if-match: )\*/gim;

/**
 * The SDK deletes in a batch whatever the etag is. This policy writes the wanted etags into the batch before it is sent.
 * @param etags by row key; rows without one are deleted unconditionally
 */
export function conditionalDeletes(etags: ReadonlyMap<string, string>): PipelinePolicy {
  return {
    name: 'conditionalDeletes',
    sendRequest(request, next) {
      if (typeof request.body === 'string') {
        request.body = request.body.replace(
          deletion,
          (_, head: string, rowKey: string) => head + etagOf(rowKey, etags),
        );
        request.headers.set('content-length', String(Buffer.byteLength(request.body)));
      }
      return next(request);
    },
  };
}

function etagOf(encodedRowKey: string, etags: ReadonlyMap<string, string>): string {
  return etags.get(decodeURIComponent(encodedRowKey).replaceAll("''", "'")) ?? '*';
}
