"""Repeats the predictions of a network that Hindcast trained in a browser.

    pip install torch
    python hindcast-STEM.py [model.safetensors [predictions.csv [output.csv]]]

Without arguments it takes the two files of the same name beside it, as they were downloaded. It loads
the network, makes its inputs out of the CSV's columns, prints how far its predictions are from the
page's, and writes its own to the output, if one is named. Nothing but PyTorch is needed.

Educational, not advice.
"""

import csv
import json
import math
import struct
import sys
from pathlib import Path

import torch

HERE = Path(__file__).resolve().parent
MODEL = HERE / "hindcast-STEM.safetensors"
PREDICTIONS = HERE / "hindcast-STEM.csv"
# Windows that go through the network at once: enough to be quick, few enough for any memory.
BATCH = 512
# The page computes in 32-bit numbers and adds in another order than PyTorch.
TOLERANCE = 1e-4


def read_safetensors(path):
    """The tensors and the metadata of a safetensors file of 32-bit numbers."""
    data = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__")
    values = data[8 + length :]
    tensors = {}
    for name, tensor in header.items():
        first, last = tensor["data_offsets"]
        numbers = struct.unpack(f"<{(last - first) // 4}f", values[first:last])
        tensors[name] = torch.tensor(numbers, dtype=torch.float32).reshape(tensor["shape"])
    return tensors, metadata


class Network(torch.nn.Module):
    """Linear, ReLU, layers of the cell, their last hidden states side by side, dropout, Linear."""

    def __init__(self, cell, features, hidden, layers, outputs, dropout):
        super().__init__()
        self.cell = cell
        self.input = torch.nn.Linear(features, hidden)
        module = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU, "rnn": torch.nn.RNN}[cell]
        self.add_module(cell, module(hidden, hidden, num_layers=layers, batch_first=True))
        self.dropout = torch.nn.Dropout(dropout)
        self.head = torch.nn.Linear(layers * hidden, outputs)

    def forward(self, windows):  # [batch, window, features]
        _, last = self.get_submodule(self.cell)(torch.relu(self.input(windows)))
        if self.cell == "lstm":  # it also returns its cell states
            last, _ = last
        # last: [layers, batch, hidden]
        side_by_side = last.permute(1, 0, 2).reshape(len(windows), -1)
        # One output for each day ahead that was learned; the first is the next day.
        return self.head(self.dropout(side_by_side))[:, 0]


class LinearNetwork(torch.nn.Module):
    """One linear layer over the whole window. "nlinear" reads differences from the last day, and starts from
    that day's value of what it forecasts (Zeng et al. 2023)."""

    def __init__(self, kind, window, features, outputs):
        super().__init__()
        self.from_last = kind == "nlinear"
        self.linear = torch.nn.Linear(window * features, outputs)

    def forward(self, windows):  # [batch, window, features]
        if not self.from_last:
            return self.linear(windows.flatten(1))[:, 0]
        last = windows[:, -1:]
        return self.linear((windows - last).flatten(1))[:, 0] + last[:, 0, 0]


def load(path):
    tensors, metadata = read_safetensors(path)
    kind = metadata.get("cell", "lstm")  # files of an LSTM name none
    sizes = {name: int(metadata[name]) for name in ("window", "features", "hidden", "layers", "outputs")}
    if kind in ("linear", "nlinear"):
        network = LinearNetwork(kind, sizes["window"], sizes["features"], sizes["outputs"])
    else:
        sizes.pop("window")
        network = Network(kind, *sizes.values(), float(metadata["dropout"]))
    network.load_state_dict(tensors)
    return network.eval(), metadata


def read_prices(path, metadata):
    """Dates, prices, a column of each further input, and what the page predicted for each day and, last,
    for the next one."""
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    days = [row for row in rows if row["price"]]
    dates = [row["date"] for row in days]
    prices = [float(row["price"]) for row in days]
    names = [name for name in metadata.get("further_inputs", "").split(",") if name]
    further = [[float(row[name]) if row[name] else None for row in days] for name in names]
    predicted = [float(row["predicted"]) if row["predicted"] else None for row in rows]
    return dates, prices, further, predicted


def scaled(values, mean, deviation):
    """What is not known stands at the mean."""
    numbers = [0.0 if value is None else (value - mean) / deviation for value in values]
    return torch.tensor(numbers, dtype=torch.float32)


def predict(network, metadata, prices, further):
    """A price for every day that has a whole window before it, and for the next one."""
    returns = metadata["target"] == "return"
    values = prices
    if returns:
        values = [math.log(after / before) for before, after in zip(prices, prices[1:])]
    days = [scaled(values, float(metadata["input_mean"]), float(metadata["input_deviation"]))]
    if further:
        # Files of a look-ahead are read with the numbers of the day after, which the last day does not have.
        ahead = 1 if metadata.get("lookahead") == "day" else 0
        means, deviations = (metadata[key].split(",") for key in ("further_means", "further_deviations"))
        # The first return is that of the second day.
        for column, mean, deviation in zip(further, means, deviations):
            column = column[len(prices) - len(values) + ahead :] + [None] * ahead
            days.append(scaled(column, float(mean), float(deviation)))
    inputs = torch.stack(days, dim=1)  # [days, features]
    windows = inputs.unfold(0, int(metadata["window"]), 1).transpose(1, 2)  # [rows, window, features]
    with torch.no_grad():
        outputs = torch.cat([network(batch) for batch in windows.split(BATCH)]).double()
    outputs = outputs * float(metadata["target_deviation"]) + float(metadata["target_mean"])
    if not returns:
        return outputs.tolist()
    # A forecast return is put on top of the last price that its window knows.
    last_known = prices[-len(outputs) :]
    return [price * math.exp(value) for price, value in zip(last_known, outputs.tolist())]


def main(model=MODEL, predictions=PREDICTIONS, output=None):
    network, metadata = load(model)
    dates, prices, further, of_page = read_prices(predictions, metadata)
    ours = predict(network, metadata, prices, further)
    days = (dates + ["next"])[-len(ours) :]
    of_page = of_page[-len(ours) :]
    if output:
        with open(output, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["date", "predicted"])
            writer.writerows(zip(days, ours))
    scale = sum(prices) / len(prices)
    compared = [(mine, page) for mine, page in zip(ours, of_page) if page is not None]
    print(f"{metadata['symbol']}, {dates[0]} to {dates[-1]}: {len(ours)} predictions")
    print(f"forecast for the next day: {ours[-1]:.4f}, after a last price of {prices[-1]:.4f}")
    if compared:
        largest = max(abs(mine - page) for mine, page in compared) / scale
        print(f"largest difference from the page's, as a share of the mean price: {largest:.1e}")
        if not largest < TOLERANCE:
            sys.exit(f"That is more than {TOLERANCE}: are the two files of the same run?")


if __name__ == "__main__":
    main(*sys.argv[1:])
